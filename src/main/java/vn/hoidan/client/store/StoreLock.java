package vn.hoidan.client.store;

import java.util.Optional;
import vn.hoidan.client.app.machine.PersonLock;
import vn.hoidan.core.access.OfficeWrap;
import vn.hoidan.core.access.SealedForOffice;
import vn.hoidan.core.access.SpareKeys;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.vault.DataKey;
import vn.hoidan.vault.OfficeWraps;
import vn.hoidan.vault.PinVault;

/// The lock of a store that is open.
///
/// @param key    of the store, which closes it
/// @param device name of the device, to which the office's wrap is bound
record StoreLock(PersonDoor door, DataKey key, String device) implements PersonLock {
    @Override
    public PinChange change(char[] old, char[] next) {
        return switch (door.change(old, next)) {
            case PersonDoor.Answer.Opened opened -> {
                opened.key().close();
                yield new PinChange.Changed();
            }
            case PersonDoor.Answer.Denied denied -> new PinChange.Denied(denied.wrongTries(), denied.waitSeconds());
        };
    }

    @Override
    public Optional<Integer> missingTurn() {
        return door.database().read(handle -> {
            SpareRows.Recovery recovery = SpareRows.recovery(handle, door.database().file());
            return Optional.of(recovery.turn()).filter(_ -> recovery.vault().isEmpty());
        });
    }

    @Override
    public void keep(SpareKeys keys) {
        OfficeWrap wrap = wrap(keys);
        PinVault vault = door.vaultOf(keys.code(), key);
        door.database().write(handle -> SpareRows.keep(handle, wrap) + SpareRows.keep(handle, keys.turn(), vault));
    }

    @Override
    public Optional<SealedForOffice> sealForOffice(byte[] content) {
        return door.database().read(SpareRows::officeWrap).map(wrap -> new SealedForOffice(wrap,
                key.seal(content, SealedForOffice.CONTEXT)));
    }

    private OfficeWrap wrap(SpareKeys keys) {
        try {
            return OfficeWraps.wrap(key, keys.officeKey(), device);
        } catch (IllegalArgumentException unusable) {
            throw Problem.of(ProblemKind.MESSAGE_UNREADABLE, "reason", "the office's key").exception(unusable);
        }
    }
}
