package vn.hoidan.server;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.hoidan.support.PostgresqlServer;

/// While a test of a class runs, each office that it opens is in a PostgreSQL database instead of a file.
public final class OnPostgresql implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        PostgresqlServer.assume();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        TestPlaces.onPostgresql();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestPlaces.forget();
    }
}
