package vn.hoidan.server;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.hoidan.support.PostgresqlServer;

/// While the tests of a class run, each office that they open is in a PostgreSQL database instead of a file.
public final class OnPostgresql implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        PostgresqlServer.assume();
        TestPlaces.onPostgresql(true);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestPlaces.forget();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        TestPlaces.onPostgresql(false);
    }
}
