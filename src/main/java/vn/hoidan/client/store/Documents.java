package vn.hoidan.client.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.hoidan.client.app.store.Profile;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sync.DownItem;
import vn.hoidan.core.sync.Mate;
import vn.hoidan.wire.Wire;

/// Single sealed things under explicit names.
record Documents(Handle handle, Sealing sealing) {
    static final String PROFILE = "profile";
    static final String TOKEN = "token";
    static final String SURVEY = "survey";
    static final String QUOTA = "quota";
    static final String BOARD = "board";
    static final String INDEX = "index";
    /// Something to be told at the next sign-in.
    static final String NOTICE = "notice";
    static final String TEAM = "team";
    static final String MESSAGES = "messages";
    static final String MESSAGES_READ = "messages-read";
    static final String MESSAGES_READ_TOLD = "messages-read-told";
    static final String RECORD_KEY = "record-key";
    static final String DEVICE_KEY = "device-key";
    static final String REPLY_KEY = "reply-key";
    static final String BACKUP_FOLDER = "backup-folder";

    void put(String name, byte[] plain) {
        handle.execute("INSERT INTO document (name, sealed) VALUES (?, ?) "
                + "ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed", name,
                sealing.seal(plain, context(name)));
    }

    void delete(String name) {
        handle.execute("DELETE FROM document WHERE name = ?", name);
    }

    Optional<byte[]> find(String name) {
        return handle.createQuery("SELECT sealed FROM document WHERE name = ?").bind(0, name)
                .map((row, context) -> row.getBytes("sealed")).findOne()
                .map(sealed -> sealing.open(sealed, context(name)));
    }

    /// Whose store it is, and on which device.
    Profile profile() {
        return PersonFile.read("", find(PROFILE).orElseThrow(() ->
                Problem.of(ProblemKind.STORE_DAMAGED, "file", sealing.file().toString()).exception()), sealing.file());
    }

    /// Colleagues' laptops.
    List<Mate> team() {
        return find(TEAM).map(Wire::downItem).map(item -> ((DownItem.TeamKnown) item).mates()).orElse(List.of());
    }

    static String context(String name) {
        return "document:" + name;
    }
}
