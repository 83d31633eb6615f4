package vn.hoidan.simulation.sync;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.hoidan.client.app.store.Change;
import vn.hoidan.client.app.store.FieldStore;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.quota.HeldLease;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.Voucher;
import vn.hoidan.core.quota.VoucherId;
import vn.hoidan.core.quota.hand.HandChange;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.core.sync.UpRecord;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Devices;
import vn.hoidan.server.app.book.Interviews;
import vn.hoidan.server.app.book.Ledger;
import vn.hoidan.server.app.book.RecordReader;
import vn.hoidan.server.app.book.Surveys;
import vn.hoidan.server.app.intake.SignatureCheck;
import vn.hoidan.vault.RecordSeals;
import vn.hoidan.wire.RecordBodies;

/// The rules of sync with one of them switched off each, by their numbers in the specification; those without a number
/// there begin with N. M04 and M09 are none here; the record of the decision says why.
final class SyncMutants {

    private SyncMutants() {
    }

    static Map<String, SyncRules> all() {
        Map<String, SyncRules> all = new LinkedHashMap<>();
        atTheServer(all);
        onTheWay(all);
        onTheLaptop(all);
        withUnits(all);
        notGenuine(all);
        all.putAll(StoreMutants.all());
        return all;
    }

    private static void atTheServer(Map<String, SyncRules> all) {
        all.put("M02 answers before the commit", new SyncRules() {
            @Override
            boolean answersAfterTheCommit() {
                return false;
            }
        });
        all.put("M03 does not look whether the interview is there", central((central, request) -> {
            Interviews real = central.interviews();
            // the first look for what was sent is that of the intake
            Set<InterviewId> sent = new HashSet<>();
            request.records().stream().filter(record -> record.type() == RecordType.INTERVIEW)
                    .filter(record -> !RecordSeals.isSealed(record.body())).forEach(record ->
                    sent.add(RecordBodies.interview(record.body(), _ -> Optional.of(SyncWorld.DICTIONARY)).id()));
            return with(central, "interviews", with(Interviews.class, real, "find", arguments ->
                    sent.remove(arguments[0]) ? Optional.empty() : real.find((InterviewId) arguments[0])));
        }));
        all.put("M13 begins no epoch after a restore", new SyncRules() {
            @Override
            boolean restoreBeginsAnEpoch() {
                return false;
            }
        });
        all.put("M15 ignores a log that it has forgotten", new SyncRules() {
            @Override
            Optional<SyncReply> insteadOfTheServer(SyncReply answer, SyncRequest request) {
                return Optional.of(answer).filter(each -> each.incarnation() == SyncReply.UNKNOWN_LOG)
                        .map(each -> new SyncReply(each.epoch(), request.log().incarnation(), each.stored(),
                                each.safe(), each.items(), each.more(), each.quota(), each.serverTime()));
            }
        });
        all.put("M16 keeps records without their position", central((central, request) ->
                with(central, "devices", with(Devices.class, central.devices(), "heard", arguments -> null))));
    }

    private static void onTheWay(Map<String, SyncRules> all) {
        all.put("M14 acknowledges the highest number seen", new SyncRules() {
            @Override
            SyncReply heard(SyncReply reply, SyncRequest request, FieldStore own) {
                return request.records().isEmpty() ? reply
                        : stored(reply, request.records().getLast().position());
            }
        });
        all.put("M18 believes an acknowledgement without its hash", new SyncRules() {
            @Override
            SyncReply heard(SyncReply reply, SyncRequest request, FieldStore own) {
                long number = reply.stored().number();
                return number == 0 ? reply : own.hashOf(number)
                        .map(hash -> stored(reply, new LogPosition(number, hash))).orElse(reply);
            }
        });
    }

    private static void notGenuine(Map<String, SyncRules> all) {
        all.put("N04 takes in sealed records that nobody signed", new SyncRules() {
            @Override
            RecordReader reader(RecordReader real) {
                return with(RecordReader.class, real, "interview", arguments -> {
                    UpRecord record = (UpRecord) arguments[2];
                    return real.interview((Surveys) arguments[0], (String) arguments[1],
                            record.signature().isPresent() ? record : record.signed(record.position().hash()));
                });
            }
        });
        all.put("N05 takes in what another laptop signed", new SyncRules() {
            @Override
            SignatureCheck signatures(SignatureCheck real) {
                return (key, purpose, content, signature) -> true;
            }
        });
    }

    private static SyncReply stored(SyncReply reply, LogPosition stored) {
        return new SyncReply(reply.epoch(), reply.incarnation(), stored, LogPosition.START, reply.items(),
                reply.more(), reply.quota(), reply.serverTime());
    }

    private static void onTheLaptop(Map<String, SyncRules> all) {
        all.put("M01 deletes when it has sent", new SyncRules() {
            @Override
            List<Change> sent(SyncRequest request, FieldStore own) {
                return request.records().isEmpty() ? List.of()
                        : deleted(own, request.records().getLast().number());
            }
        });
        all.put("M12 deletes what is stored and not safe", new SyncRules() {
            @Override
            List<List<Change>> transactions(List<Change> changes, FieldStore own) {
                return changes.stream().noneMatch(Change.SyncEnded.class::isInstance) ? List.of(changes)
                        : List.of(changes, deleted(own, own.syncState().stored().number()));
            }
        });
        all.put("M05 commits to what a power cut takes away", new SyncRules() {
            @Override
            boolean commitIsDurable(List<Change> transaction) {
                return false;
            }
        });
        all.put("M08 moves its position before it takes the items", new SyncRules() {
            @Override
            List<List<Change>> transactions(List<Change> changes, FieldStore own) {
                Predicate<Change> position = change -> change instanceof Change.CursorMoved
                        || change instanceof Change.Acknowledged || change instanceof Change.DownLogBegun;
                return changes.stream().noneMatch(position) ? List.of(changes)
                        : List.of(changes.stream().filter(position).toList(),
                                changes.stream().filter(position.negate()).toList());
            }
        });
        all.put("N01 goes on showing lists that begin anew", without(Change.ListsBegun.class));
        all.put("N02 does not read a new down-log from its beginning", without(Change.DownLogBegun.class));
    }

    private static List<Change> deleted(FieldStore own, long last) {
        return own.interviews().stream().filter(entry -> !entry.onlyAtOffice()
                && entry.recordNumber().filter(number -> number <= last).isPresent())
                .<Change>map(entry -> new Change.AnswersDeleted(entry.id())).toList();
    }

    /// Of free quotas, where each unit is somewhere.
    private static void withUnits(Map<String, SyncRules> all) {
        all.put("M06 shows a voucher before its debit is durable", new SyncRules() {
            @Override
            boolean commitIsDurable(List<Change> transaction) {
                return transaction.stream().noneMatch(change -> change instanceof Change.HandChanged hand
                        && hand.change() instanceof HandChange.VoucherGiven);
            }
        });
        all.put("M07 takes a voucher twice", new SyncRules() {
            @Override
            List<List<Change>> transactions(List<Change> changes, FieldStore own) {
                return List.of(changes.stream().map(change -> change instanceof Change.HandChanged hand
                        && hand.change() instanceof HandChange.VoucherTaken taken
                        ? new Change.HandChanged(new HandChange.VoucherTaken(renamed(taken.voucher()))) : change)
                        .toList());
            }
        });
        all.put("M10 honours leases that it has fenced", central((central, request) -> with(central, "ledger",
                with(Ledger.class, central.ledger(), "lease", arguments ->
                        central.ledger().lease((LeaseId) arguments[0]).map(SyncMutants::live)))));
        all.put("M11 takes units back without fencing their lease", central((central, request) ->
                with(central, "ledger", with(Ledger.class, central.ledger(), "ended", arguments -> null))));
        all.put("M17 takes back more than is out", central((central, request) ->
                request.records().stream().noneMatch(record -> record.type() == RecordType.UNITS_RETURNED) ? central
                        : with(central, "ledger", with(Ledger.class, central.ledger(), "lease", arguments ->
                                central.ledger().lease((LeaseId) arguments[0]).map(SyncMutants::endless)))));
        all.put("N03 writes units back before the record of it", new SyncRules() {
            @Override
            List<List<Change>> transactions(List<Change> changes, FieldStore own) {
                Predicate<Change> record = change -> change instanceof Change.RecordAppended appended
                        && appended.type() == RecordType.UNITS_RETURNED;
                return changes.stream().noneMatch(record) ? List.of(changes)
                        : List.of(changes.stream().filter(record.negate()).toList(),
                                changes.stream().filter(record).toList());
            }
        });
    }

    /// Nobody will know it again.
    private static Voucher renamed(Voucher voucher) {
        String id = "%016x".formatted(Long.parseUnsignedLong(voucher.id().text(), 16) + 1);
        return new Voucher(new VoucherId(id), voucher.lease(), voucher.cells(), voucher.units(), voucher.useBy(),
                voucher.epoch(), voucher.giver(), voucher.taker());
    }

    private static HeldLease live(HeldLease lease) {
        return new HeldLease(lease.id(), lease.device(), lease.list(), lease.cells(), HeldLease.State.LIVE,
                Math.max(1, lease.left()), lease.useBy());
    }

    private static HeldLease endless(HeldLease lease) {
        return new HeldLease(lease.id(), lease.device(), lease.list(), lease.cells(), lease.state(),
                Integer.MAX_VALUE, lease.useBy());
    }

    private static SyncRules without(Class<? extends Change> kind) {
        return without(kind::isInstance);
    }

    private static SyncRules without(Predicate<Change> kind) {
        return new SyncRules() {
            @Override
            List<List<Change>> transactions(List<Change> changes, FieldStore own) {
                return List.of(changes.stream().filter(kind.negate()).toList());
            }
        };
    }

    private interface Changed {
        CentralStore.Central of(CentralStore.Central central, SyncRequest request);
    }

    private interface Answer {
        Object to(Object[] arguments);
    }

    private static SyncRules central(Changed changed) {
        return new SyncRules() {
            @Override
            CentralStore.Central atTheServer(CentralStore.Central central, SyncRequest request) {
                return changed.of(central, request);
            }
        };
    }

    private static CentralStore.Central with(CentralStore.Central central, String part, Object changed) {
        return with(CentralStore.Central.class, central, part, arguments -> changed);
    }

    private static <T> T with(Class<T> type, T real, String method, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return answer.to(arguments);
                    }
                    try {
                        return called.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
