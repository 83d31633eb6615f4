package vn.hoidan.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseAddressTest {

    @Test
    void readsWhatItWrites() {
        for (String text : List.of("postgresql://hoidan@db.example.vn:5433/khao_sat",
                "postgresql://hoidan@[::1]:5432/khao_sat?sslmode=require",
                "postgresql://hoidan@db:5432/k?sslmode=verify-ca&sslrootcert=/etc/ca.pem")) {
            assertEquals(text, DatabaseAddress.parse(text).map(DatabaseAddress::text).orElse("refused"));
        }
        assertEquals(5432, DatabaseAddress.parse("postgresql://a@b/c").orElseThrow().port());
    }

    @Test
    void refusesAPasswordAndSettingsThatItDoesNotKnow() {
        for (String text : List.of("", "postgresql://hoidan:secret@db/k", "postgresql://db/k", "postgresql://a@db",
                "postgresql://a@db/k?password=secret", "postgresql://a@db/k?sslmode=prefer",
                "postgresql://a@db/k?sslmode=require&sslmode=disable", "postgresql://a@db/k?sslrootcert=",
                "postgresql://a@db/k#x", "postgresql://a@db:0/k", "postgresql://a@db:70000/k",
                "jdbc:postgresql://a@db/k", "postgresql://a@db/k/l", "postgresql://a@db/k;l", "postgresql://a@b c/k")) {
            assertEquals(Optional.empty(), DatabaseAddress.parse(text), text);
        }
    }

    @Test
    void sealsTheWayToAnotherMachineUnlessSomebodyAsksForLess() {
        assertEquals("verify-full", mode("db.example.vn"));
        assertEquals("verify-full", mode("192.168.1.7"));
        assertEquals("disable", mode("localhost"));
        assertEquals("disable", mode("127.0.0.1"));
        assertEquals("disable", mode("[::1]"));
        assertEquals(Map.of("sslmode", "disable"),
                DatabaseAddress.parse("postgresql://a@db/k?sslmode=disable").orElseThrow().securityForDriver());
    }

    @Test
    void knowsTheSamePlaceSpokenWithInOtherWays() {
        DatabaseAddress one = DatabaseAddress.parse("postgresql://a@db/k").orElseThrow();
        assertTrue(one.isSamePlace(DatabaseAddress.parse("postgresql://b@db:5432/k?sslmode=require").orElseThrow()));
        assertFalse(one.isSamePlace(DatabaseAddress.parse("postgresql://a@db/l").orElseThrow()));
    }

    private static String mode(String host) {
        return DatabaseAddress.parse("postgresql://a@" + host + "/k").orElseThrow().securityForDriver().get("sslmode");
    }
}
