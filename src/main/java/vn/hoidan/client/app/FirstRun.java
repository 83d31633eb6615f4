package vn.hoidan.client.app;

import java.nio.file.Path;
import java.util.function.Function;
import vn.hoidan.core.survey.CodeFile;

/// What the window offers to somebody who is new on this laptop, besides typing an address and a code.
///
/// @param codeFiles reads a file of the office; takes time and may throw a ProblemException
/// @param practise  goes on to practice once the window is closed
public record FirstRun(Function<Path, CodeFile> codeFiles, Runnable practise) {
}
