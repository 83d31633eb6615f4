package vn.hoidan.core.sync;

import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.UnitCode;

/// What a record of the up-log tells of quota units that moved without an interview. The device's debit is in the same
/// transaction as the record.
public sealed interface UnitsRecord {

    RecordType type();

    /// Free units go back.
    record Returned(LeaseId lease, int units) implements UnitsRecord {
        public Returned {
            if (units < 1) {
                throw new IllegalArgumentException("units returned: " + units);
            }
        }

        @Override
        public RecordType type() {
            return RecordType.UNITS_RETURNED;
        }
    }

    record VoucherGiven(SignedVoucher voucher) implements UnitsRecord {
        @Override
        public RecordType type() {
            return RecordType.VOUCHER_GIVEN;
        }
    }

    record VoucherTaken(SignedVoucher voucher) implements UnitsRecord {
        @Override
        public RecordType type() {
            return RecordType.VOUCHER_TAKEN;
        }
    }

    /// A unit's code was read out to a mate.
    record CodeGiven(LeaseId lease, UnitCode code) implements UnitsRecord {
        @Override
        public RecordType type() {
            return RecordType.CODE_GIVEN;
        }
    }
}
