package vn.hoidan.server.app.book;

import java.util.function.Function;

/// Everything the office keeps. Safe for several threads. Each piece of work is one transaction: durable when `write`
/// returns, undone when it throws. Broken surroundings come as ProblemException.
public interface CentralStore extends AutoCloseable {

    /// Reads from one consistent state.
    <T> T read(Function<Central, T> work);

    /// Reads and writes; one at a time.
    <T> T write(Function<Central, T> work);

    @Override
    void close();

    /// What a transaction can reach.
    interface Central {

        Surveys surveys();

        Staff staff();

        Devices devices();

        SampleLists lists();

        Ledger ledger();

        Logs logs();

        Interviews interviews();

        SpareKeyBook spareKeys();

        IndexBooks index();

        BoardBooks board();

        Workplaces workplaces();

        Transfers transfers();

        TeamUnits team();

        Attachments attachments();

        Drafts drafts();

        OfficeMessages messages();

        OfficeActs officeActs();
    }
}
