package vn.hoidan.client.ui.signin;

import java.util.function.Supplier;
import vn.hoidan.client.app.Laptop;
import vn.hoidan.client.app.Workplace;
import vn.hoidan.client.app.office.ServerAddress;
import vn.hoidan.core.survey.EnrolmentCode;

/// A server and the right to join there.
record Joining(ServerAddress.HostAndPort place, Supplier<EnrolmentCode> code) {
    /// Takes time; the PIN is wiped.
    Workplace enrol(Laptop laptop, char[] pin) {
        EnrolmentCode now = code.get();
        return laptop.enrol(place.with(now.fingerprint()), now, pin);
    }
}
