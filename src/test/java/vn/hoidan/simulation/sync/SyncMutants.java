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
import vn.hoidan.client.app.Change;
import vn.hoidan.client.app.FieldStore;
import vn.hoidan.core.interview.InterviewId;
import vn.hoidan.core.sync.LogPosition;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.core.sync.SyncRequest;
import vn.hoidan.server.app.CentralStore;
import vn.hoidan.server.app.Devices;
import vn.hoidan.server.app.Interviews;
import vn.hoidan.wire.RecordBodies;

/// The rules of sync with one of them switched off each, by their numbers in the specification; those without a number
/// there begin with N. M04, duplicates known by their number alone, is none here: the laptop compares hashes too and
/// begins anew.
final class SyncMutants {

    private SyncMutants() {
    }

    static Map<String, SyncRules> all() {
        Map<String, SyncRules> all = new LinkedHashMap<>();
        atTheServer(all);
        onTheWay(all);
        onTheLaptop(all);
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
            request.records().stream().filter(record -> record.type() == RecordType.INTERVIEW).forEach(record ->
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
            boolean commitIsDurable() {
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

    private static SyncRules without(Class<? extends Change> kind) {
        return new SyncRules() {
            @Override
            List<List<Change>> transactions(List<Change> changes, FieldStore own) {
                return List.of(changes.stream().filter(change -> !kind.isInstance(change)).toList());
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
