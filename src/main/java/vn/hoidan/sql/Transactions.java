package vn.hoidan.sql;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// A database of one program. Safe for several threads. Broken surroundings come as ProblemException.
public interface Transactions extends AutoCloseable {

    /// Reads from one consistent snapshot. Writing inside is a mistake and fails. Not to be nested: a thread that waits
    /// for a second reader while it holds the first could wait for ever.
    <T> T read(Function<Handle, T> work);

    /// Writes in one transaction: all of it is durable when this returns, or nothing has changed when it throws. One at
    /// a time, whichever program asks, and each sees what those before it wrote.
    <T> T write(Function<Handle, T> work);

    /// Waits for work under way, then closes. May be called twice.
    @Override
    void close();
}
