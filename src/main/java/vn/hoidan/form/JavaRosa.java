package vn.hoidan.form;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.parse.ExternalInstanceParser;
import org.javarosa.xform.parse.XFormParser;
import org.javarosa.xform.util.XFormUtils;
import org.javarosa.xpath.XPathConditional;
import org.javarosa.xpath.parser.XPathSyntaxException;

/// The one door to JavaRosa's parser. JavaRosa keeps its registries in static fields and its parser fails when two
/// threads parse at once (getodk/javarosa#856), so parsing goes through one lock; it recurses through expressions, so
/// it runs on a thread with a deep stack (#215).
final class JavaRosa {
    /// Enough for an expression of 8,000 terms, as measured.
    private static final long PARSE_STACK_BYTES = 16L * 1024 * 1024;

    /// JavaRosa writes down how long each step took, and evaluations with their values, which are people's answers.
    /// Some of its loggers are named by class without package. Held for ever, else their level would be forgotten.
    private static final List<Logger> QUIET = Stream.of("org.javarosa", "XFormParser", "XFormAnswerDataParser",
            "ExternalDataInstance", "ReferenceManager", "XPathEqExpr", "XPathPathExpr", "XPathFuncExprGeo")
            .map(Logger::getLogger).toList();

    private static final ReentrantLock PARSING = new ReentrantLock();
    private static final ScopedValue<Map<String, TreeElement>> INSTANCES = ScopedValue.newInstance();

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        new XFormsModule().registerModule();
        XFormUtils.setExternalInstanceParserFactory(JavaRosa::instanceParser);
    }

    private JavaRosa() {
    }

    /// A definition of its own, holding an empty instance. Takes some 20 ms for 100 questions.
    ///
    /// @param instances content of instances that the form gives a source for, by id
    /// @throws Exception whatever JavaRosa throws at a form it does not like, stack overflow included
    static FormDef parse(String xml, Map<String, TreeElement> instances) throws Exception {
        return onStackOf(PARSE_STACK_BYTES, () -> alone(() ->
                ScopedValue.where(INSTANCES, instances).call(() -> new XFormParser(new StringReader(xml)).parse())));
    }

    /// An expression on its own. JavaRosa writes into its static fields while it reads one, too.
    static XPathConditional expression(String expression) {
        try {
            return alone(() -> new XPathConditional(expression));
        } catch (XPathSyntaxException broken) {
            throw new IllegalArgumentException(expression, broken);
        }
    }

    private static <T, X extends Exception> T alone(ScopedValue.CallableOp<T, X> work) throws X {
        PARSING.lock();
        try {
            return work.call();
        } finally {
            PARSING.unlock();
        }
    }

    /// Gives JavaRosa the instances of the form that is being parsed, and never a file.
    private static ExternalInstanceParser instanceParser() {
        ExternalInstanceParser parser = new ExternalInstanceParser();
        parser.addInstanceProvider(new ExternalInstanceParser.InstanceProvider() {
            @Override
            public TreeElement get(String id, String source) {
                TreeElement known = INSTANCES.isBound() ? INSTANCES.get().get(id) : null;
                if (known == null) {
                    throw new IllegalStateException("no content for the instance " + id);
                }
                return known;
            }

            @Override
            public boolean isSupported(String id, String source) {
                return true;
            }
        });
        return parser;
    }

    /// Runs a task to its end on a thread of its own with this much stack.
    static <T> T onStackOf(long bytes, Callable<T> task) throws Exception {
        Run<T> run = new Run<>(task);
        Thread thread = Thread.ofPlatform().name("questionnaire").stackSize(bytes).daemon().unstarted(run);
        thread.start();
        joinWhateverInterrupts(thread);
        return run.result();
    }

    private static void joinWhateverInterrupts(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Carries what came of a task over to the thread that waits for it.
    private static final class Run<T> implements Runnable {
        private final Callable<T> task;
        private T value;
        private Throwable thrown;

        Run(Callable<T> task) {
            this.task = task;
        }

        @Override
        public void run() {
            try {
                value = task.call();
            } catch (Exception | StackOverflowError failed) {
                thrown = failed;
            }
        }

        T result() throws Exception {
            if (thrown instanceof Exception exception) {
                throw exception;
            }
            if (thrown instanceof Error error) {
                throw error;
            }
            return value;
        }
    }
}
