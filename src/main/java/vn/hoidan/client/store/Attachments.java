package vn.hoidan.client.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.hoidan.client.app.store.Attachment;
import vn.hoidan.core.sync.Bytes;

/// Files kept with interviews. Their hashes are sealed too, because a hash could confirm a guess at the content; so a
/// file is looked for by opening the hashes of all, of which one laptop has some hundreds.
record Attachments(Handle handle, Sealing sealing) {
    private record Row(long number, Bytes hash) {
    }

    /// Keeps a file; nothing happens if its content is kept already.
    void keep(Attachment attachment) {
        Bytes hash = attachment.name().hash();
        List<Row> rows = rows();
        if (rows.stream().noneMatch(row -> row.hash().equals(hash))) {
            long number = rows.stream().mapToLong(Row::number).max().orElse(0) + 1;
            handle.execute("INSERT INTO attachment (number, sealed_hash, sealed) VALUES (?, ?, ?)", number,
                    sealing.seal(hash.toArray(), Contexts.attachmentHash(number)),
                    sealing.seal(attachment.content().toArray(), Contexts.attachment(hash)));
        }
    }

    Optional<Bytes> find(Bytes hash) {
        return rows().stream().filter(row -> row.hash().equals(hash)).findFirst()
                .map(row -> Bytes.of(content(hash, row.number())));
    }

    byte[] content(Bytes hash, long number) {
        return sealing.open(handle.createQuery("SELECT sealed FROM attachment WHERE number = ?").bind(0, number)
                .mapTo(byte[].class).one(), Contexts.attachment(hash));
    }

    /// All hashes with the numbers of their rows, oldest first.
    Map<Bytes, Long> numbers() {
        Map<Bytes, Long> numbers = new LinkedHashMap<>();
        rows().forEach(row -> numbers.put(row.hash(), row.number()));
        return numbers;
    }

    private List<Row> rows() {
        return handle.createQuery("SELECT number, sealed_hash FROM attachment ORDER BY number")
                .map((row, context) -> new Row(row.getLong("number"), Bytes.of(sealing.open(
                        row.getBytes("sealed_hash"), Contexts.attachmentHash(row.getLong("number")))))).list();
    }
}
