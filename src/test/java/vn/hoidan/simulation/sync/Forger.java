package vn.hoidan.simulation.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.hoidan.client.app.store.HeldList;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.OwnLog;
import vn.hoidan.core.sync.RecordHeader;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SignaturePurpose;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.simulation.Violation;
import vn.hoidan.vault.RecordSeals;
import vn.hoidan.wire.RecordBodies;

/// Somebody who speaks to the office in the name of a laptop: what it was about to send is changed on the way, or an
/// interview that nobody did is sent in its place. The office keeps such a record and sets it aside.
record Forger(SyncWorld world, SimulatedLaptop laptop) {

    /// In the place of the first record of this request.
    void send(SyncRequest request) {
        UpRecord first = request.records().getFirst();
        String log = OwnLog.name(laptop.device, request.log().incarnation());
        Optional<UpRecord> made = switch (world.random.nextInt(4)) {
            case 0 -> first.signature().map(_ -> damaged(first));
            case 1 -> somebodyElse().flatMap(other -> madeUp(log, first, key()).map(record ->
                    record.signed(signature(record, other))));
            case 2 -> madeUp(log, first, key());
            default -> madeUp(log, first, foreignKey()).map(record -> record.signed(signature(record, laptop)));
        };
        made.ifPresent(record -> arrives(log, request, record));
    }

    private void arrives(String log, SyncRequest request, UpRecord record) {
        List<UpRecord> records = new ArrayList<>(request.records());
        records.set(0, record);
        try {
            world.office.sync(laptop.device, new SyncRequest(request.protocol(), request.log(), request.epoch(),
                    request.cursor(), records, request.drafts(), request.wants(), request.clock(),
                    request.signingKey(), request.along()));
        } catch (ProblemException crashed) {
            return;
        }
        boolean kept = world.office.look(central -> central.logs().record(log, record.number())
                .filter(record::equals).isPresent());
        if (kept) {
            world.events.count("forgery-kept");
            Violation.unless(world.office.look(central -> central.logs().quarantined().stream().anyMatch(each ->
                    each.device().equals(log) && each.number() == record.number())), "I12",
                    "a record that is not genuine counts");
        }
    }

    private UpRecord damaged(UpRecord record) {
        world.events.count("record-damaged");
        byte[] body = record.body().toArray();
        body[world.random.nextInt(body.length)] ^= (byte) (1 << world.random.nextInt(Byte.SIZE));
        return new UpRecord(record.number(), record.previous(), record.type(), Bytes.of(body), record.signature());
    }

    /// An interview under the number of another record, if the laptop has a place for one.
    private Optional<UpRecord> madeUp(String log, UpRecord instead, Bytes recordKey) {
        return laptop.disk.contents().lists().stream().filter(held -> !held.withdrawn()).findFirst()
                .map(HeldList::list).map(list -> {
                    InterviewId id = laptop.newInterview();
                    world.events.count("record-made-up");
                    world.madeUp.add(id);
                    RecordHeader header = new RecordHeader(log, instead.number(), instead.previous(),
                            RecordType.INTERVIEW);
                    return new UpRecord(instead.number(), instead.previous(), RecordType.INTERVIEW,
                            RecordSeals.seal(recordKey, header.toBytes(), RecordBodies.of(
                                    laptop.record(id, list.id(), 1, Optional.empty(), 1), SyncWorld.DICTIONARY)));
                });
    }

    private Bytes key() {
        return world.office.place.keys().current();
    }

    /// Nobody has what opens it.
    private Bytes foreignKey() {
        byte[] key = key().toArray();
        key[0] ^= 1;
        return Bytes.of(key);
    }

    private Optional<SimulatedLaptop> somebodyElse() {
        return world.laptops.stream().filter(each -> !each.device.equals(laptop.device)).findFirst();
    }

    private static Bytes signature(UpRecord record, SimulatedLaptop by) {
        return by.disk.contents().signing().sign(SignaturePurpose.RECORD, record.position().hash());
    }
}
