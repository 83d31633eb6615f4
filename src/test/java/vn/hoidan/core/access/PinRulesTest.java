package vn.hoidan.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;

class PinRulesTest {
    private static final List<String> OWN = List.of("p-19a4c7d2", "Điều tra viên 1 (tập dượt)");

    @Test
    void refusesWhatIsTooShort() {
        assertEquals(Optional.of(ProblemKind.PIN_TOO_SHORT), refusal(""));
        assertEquals(Optional.of(ProblemKind.PIN_TOO_SHORT), refusal("48291"));
    }

    @Test
    void refusesWhatAnybodyWouldTryFirst() {
        for (String easy : List.of("000000", "777777", "aaaaaaaa", "123456", "654321", "012345", "567890", "098765",
                "987654321", "abcdef", "FedCba", "121212", "123123", "abcabcabc", "112233", "matkhau", "Mat-Khau",
                "QWERTY", "p-19a4c7d2", "P19A4C7D2", "điều tra viên 1 (tập dượt)")) {
            assertEquals(Optional.of(ProblemKind.PIN_TOO_EASY), refusal(easy), easy);
        }
    }

    @Test
    void takesOtherPinsAndPasswords() {
        for (String good : List.of("246810", "482916", "135790", "123457", "654312", "mưa rào tháng sáu", "......7",
                "p-19a4c7d3", "đường-làng-2024")) {
            assertEquals(Optional.empty(), refusal(good), good);
        }
    }

    private static Optional<ProblemKind> refusal(String pin) {
        return PinRules.refusal(pin.toCharArray(), OWN).map(Problem::kind);
    }
}
