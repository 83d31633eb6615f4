package vn.hoidan.core.pack;

import java.util.List;
import vn.hoidan.core.quota.declaration.QuotaDeclaration;

/// What came of reading a declaration of quotas from the file in which the office keeps it.
public sealed interface QuotaReading {
    /// @param remarks warnings only: values that formulas had, and the like
    record Usable(QuotaDeclaration declaration, List<FormRemark> remarks) implements QuotaReading {
        public Usable {
            remarks = List.copyOf(remarks);
        }
    }

    /// It cannot be used; at least one remark says why.
    record Refused(List<FormRemark> remarks) implements QuotaReading {
        public Refused {
            remarks = List.copyOf(remarks);
        }
    }
}
