package vn.hoidan.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.hoidan.core.access.SealedForOffice;
import vn.hoidan.core.access.SpokenCode;
import vn.hoidan.core.carry.Envelope;
import vn.hoidan.core.problem.ProblemException;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.quota.UnitCode;
import vn.hoidan.core.release.Release;
import vn.hoidan.core.release.ReleaseOffer;
import vn.hoidan.core.survey.EnrolmentCode;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.RecordType;
import vn.hoidan.core.sync.SyncReply;
import vn.hoidan.support.FuzzLimit;
import vn.hoidan.support.Samples;

/// Reads bytes as the kind of message, file or code that their first byte chooses: it is read or refused in words, and
/// what was read is the same after it was written and read again.
public final class MessageTarget {
    private static final Set<ProblemKind> REFUSALS = EnumSet.of(ProblemKind.MESSAGE_UNREADABLE,
            ProblemKind.MESSAGE_TOO_LARGE, ProblemKind.CARRIED_UNREADABLE, ProblemKind.CARRIED_TOO_MUCH);
    static final RecordDictionary DICTIONARY = RecordDictionary.of(Samples.QUESTIONNAIRE,
            Bytes.of("<bind nodeset=\"/data/q9\"/>".getBytes(StandardCharsets.UTF_8)));
    private static final Dictionaries DICTIONARIES = name -> Optional.of(DICTIONARY)
            .filter(one -> one.name() == name);
    private static final int MOST_INFLATED_BYTES = 1_000_000;

    private MessageTarget() {
    }

    /// One decoder, with the opposite of it where there is one.
    record Decoder<T>(String name, Function<byte[], Optional<T>> reader, Optional<Function<T, byte[]>> writer) {
        static <T> Decoder<T> of(String name, Function<byte[], T> reader, Function<T, byte[]> writer) {
            return new Decoder<>(name, reader.andThen(Optional::of), Optional.of(writer));
        }

        static <T> Decoder<T> onlyRead(String name, Function<byte[], Optional<T>> reader) {
            return new Decoder<>(name, reader, Optional.empty());
        }

        /// What is not known here is read and never written.
        private static boolean isEverSent(Object read) {
            return switch (read) {
                case DownItem item -> !(item instanceof DownItem.NotKnownHere);
                case SyncReply reply -> reply.items().stream().allMatch(entry -> isEverSent(entry.item()));
                default -> true;
            };
        }

        /// True if the input was read.
        boolean decode(byte[] input) {
            Optional<T> read = reader.apply(input);
            if (read.filter(Decoder::isEverSent).isPresent() && writer.isPresent()
                    && !reader.apply(writer.get().apply(read.get())).equals(read)) {
                throw new IllegalStateException(name + " is another after it was written: " + read);
            }
            return read.isPresent();
        }
    }

    /// All of them; an input's first byte counts through this list.
    static final List<Decoder<?>> DECODERS = List.of(
            Decoder.of("sync-request", Wire::syncRequest, Wire::of),
            Decoder.of("sync-reply", Wire::syncReply, Wire::of),
            Decoder.of("down-item", Wire::downItem, Wire::of), Decoder.of("board", Wire::board, Wire::of),
            Decoder.of("quota-decision", Wire::quotaDecision, Wire::of),
            Decoder.of("quota-effect", Wire::quotaEffect, Wire::of),
            Decoder.of("attachment-state", Wire::attachmentState, Wire::of), Decoder.of("draft", Wire::draft, Wire::of),
            Decoder.of("office-messages", Wire::officeMessages, Wire::of),
            Decoder.of("aside", Wire::aside, Wire::ofAside), Decoder.of("aside-release", Wire::asideRelease, Wire::of),
            Decoder.of("aside-outcome", Wire::asideOutcome, Wire::of),
            Decoder.of("counted-request", Wire::countedRequest, asked -> Wire.countedRequest(asked.cell(),
                    asked.before())),
            Decoder.of("counted-reply", (byte[] message) -> Wire.countedReply(message), Wire::countedReply),
            Decoder.of("office-post", Wire::officePost, Wire::of),
            Decoder.of("message-order", Wire::messageOrder, Wire::of),
            Decoder.of("quota-snapshot", Wire::quotaSnapshot, Wire::of), Decoder.of("lease", Wire::lease, Wire::of),
            Decoder.of("survey", Wire::survey, Wire::of), Decoder.of("person", Wire::person, Wire::of),
            Decoder.of("sample-list", Wire::sampleList, Wire::of), Decoder.of("contact", Wire::contact, Wire::of),
            units(RecordType.UNITS_RETURNED), units(RecordType.VOUCHER_GIVEN), units(RecordType.VOUCHER_TAKEN),
            units(RecordType.CODE_GIVEN), Decoder.of("units-in-hand", Wire::unitsInHand, Wire::of),
            Decoder.of("hold", Wire::hold, Wire::of), Decoder.of("signed-voucher", Wire::signedVoucher, Wire::of),
            Decoder.of("fact", Wire::fact, Wire::of),
            Decoder.of("interview-record", Wire::interviewRecord, Wire::of),
            Decoder.of("enrolment-request", Wire::enrolmentRequest, Wire::of),
            Decoder.of("enrolment-reply", Wire::enrolmentReply, Wire::of),
            Decoder.of("spare-keys", Wire::spareKeys, Wire::of),
            Decoder.of("spare-keys-request", Wire::spareKeysRequest, Wire::of),
            Decoder.of("reset-request", Wire::resetRequest, Wire::of),
            Decoder.of("reset-reply", Wire::resetReply, Wire::of),
            Decoder.of("index-report", Wire::indexReport, Wire::of),
            Decoder.of("index-round", Wire::round, Wire::of),
            Decoder.of("index-method", Wire::indexMethod, Wire::of), Decoder.of("problem", Wire::problem, Wire::of),
            Decoder.of("interview-body", body -> RecordBodies.interview(Bytes.of(body), DICTIONARIES),
                    record -> RecordBodies.of(record, DICTIONARY).toArray()),
            Decoder.of("contact-body", body -> RecordBodies.contact(Bytes.of(body)),
                    contact -> RecordBodies.of(contact).toArray()),
            Decoder.of("carried-request", content -> CarriedMessages.request(Bytes.of(content)),
                    request -> CarriedMessages.of(request).toArray()),
            Decoder.of("carried-reply", content -> CarriedMessages.reply(Bytes.of(content)),
                    reply -> CarriedMessages.of(reply).toArray()),
            Decoder.of("carried-file", MessageTarget::carried, MessageTarget::carried),
            Decoder.of("envelope", content -> Envelope.of(Bytes.of(content)),
                    envelope -> envelope.toBytes().toArray()),
            Decoder.of("inflated", content -> Bytes.of(Compression.inflate(content, MOST_INFLATED_BYTES)),
                    content -> Compression.deflate(content.toArray())),
            Decoder.of("gunzipped", content -> Bytes.of(Compression.gunzip(content, MOST_INFLATED_BYTES)),
                    content -> Compression.gzip(content.toArray())),
            new Decoder<>("voucher-text", content -> VoucherText.read(text(content)),
                    Optional.of(voucher -> bytes(VoucherText.of(voucher)))),
            new Decoder<>("release", content -> Release.parse(Bytes.of(content)),
                    Optional.of(release -> release.toBytes().toArray())),
            new Decoder<>("release-offer", content -> ReleaseOffer.parse(Bytes.of(content)),
                    Optional.of(offer -> offer.toBytes().toArray())),
            new Decoder<>("support-file", content -> SealedForOffice.parse(Bytes.of(content)),
                    Optional.of(sealed -> sealed.toBytes().toArray())),
            new Decoder<>("enrolment-code", content -> EnrolmentCode.parse(text(content)),
                    Optional.of(code -> bytes(code.asText()))),
            new Decoder<>("spoken-code", content -> SpokenCode.parse(text(content), SpokenCode.RESET_GROUPS),
                    Optional.of(code -> bytes(code.asText()))),
            Decoder.onlyRead("slips", content -> Optional.of(SpokenCode.slips(text(content),
                    SpokenCode.RECOVERY_GROUPS))),
            new Decoder<>("unit-code", content -> UnitCode.read(text(content)),
                    Optional.of(code -> bytes(code.spoken()))),
            Decoder.onlyRead("dictionary", content -> Optional.of(RecordDictionary.of(Samples.QUESTIONNAIRE,
                    Bytes.of(content)))));

    private static Decoder<?> units(RecordType type) {
        return Decoder.of(type.code(), message -> Wire.unitsRecord(type, message), Wire::of);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        FuzzLimit.hold(() -> {
            try {
                DECODERS.get(Byte.toUnsignedInt(input[0]) % DECODERS.size()).decode(rest);
            } catch (ProblemException told) {
                if (!REFUSALS.contains(told.problem().kind())) {
                    throw told;
                }
            }
        });
    }

    private static List<Envelope> carried(byte[] file) {
        try {
            return CarriedFile.read(new ByteArrayInputStream(file));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] carried(List<Envelope> envelopes) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            CarriedFile.write(envelopes, file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
