package vn.hoidan.server.app.export;

import java.util.List;

/// Writes a table row by row to a file.
public interface TableWriter {

    void row(List<String> cells);
}
