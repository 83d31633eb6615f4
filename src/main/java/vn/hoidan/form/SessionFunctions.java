package vn.hoidan.form;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.condition.IFunctionHandler;
import org.javarosa.core.model.data.DateData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.utils.IPreloadHandler;
import org.javarosa.xpath.expr.XPathFuncExpr;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.questionnaire.SessionContext;
import vn.hoidan.form.lookup.LookUpList;
import vn.hoidan.form.lookup.Term;

/// What a form asks of its surroundings, answered from the session's context alone: time is when the interview began;
/// chance is drawn from the context and the place in the form, so a replayed draft draws the same.
///
/// `end` is not set: an interview's record says when it was completed. The form's `instanceID` is made but not given
/// out: the interview has its own id.
final class SessionFunctions {
    static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

    private static final String HASH = "SHA-256";
    private static final int DOUBLE_MANTISSA_BITS = 53;
    private static final int PULL_ARGUMENTS = 4;

    private final SessionContext context;
    private final String seed;
    private final Map<String, LookUpList> files;

    private SessionFunctions(SessionContext context, String seed, Map<String, LookUpList> files) {
        this.context = context;
        this.files = files;
        this.seed = seed;
    }

    /// @param files look-up lists by name of their file
    static SessionFunctions of(QuestionnaireId questionnaire, SessionContext context, Map<String, LookUpList> files) {
        return new SessionFunctions(context, String.join("\n", questionnaire.text(),
                context.startedAt().toInstant().toString(), context.deviceId(), context.username()),
                files);
    }

    @SuppressWarnings("deprecation") // the way that is not deprecated needs a FormEntryController, which we do not use
    void installIn(FormDef form) {
        form.addFunctionHandler(handler(Expressions.NOW, (arguments, where) -> startedAt()));
        form.addFunctionHandler(handler(Expressions.TODAY, (arguments, where) -> today()));
        form.addFunctionHandler(handler(Expressions.RANDOM, (arguments, where) -> random(place(arguments, where))));
        form.addFunctionHandler(handler(Expressions.UUID, this::uuid));
        form.addFunctionHandler(handler(Expressions.PROPERTY, (arguments, where) -> arguments.length == 1
                ? property(XPathFuncExpr.toString(arguments[0])).orElse("") : ""));
        form.addFunctionHandler(handler("pulldata", (arguments, where) -> pulled(arguments)));
        form.getPreloader().addPreloadHandler(preload("timestamp", this::timestamp));
        form.getPreloader().addPreloadHandler(preload("date", this::date));
        form.getPreloader().addPreloadHandler(preload("property",
                name -> property(name).filter(value -> !value.isEmpty()).map(StringData::new)));
        form.getPreloader().addPreloadHandler(preload("uid",
                parameters -> Optional.of(new StringData("uuid:" + uuid("instance")))));
    }

    /// `pulldata('file', 'column', 'key column', key)`: a cell of the first row with that key, empty if there is none.
    private String pulled(Object[] arguments) {
        if (arguments.length != PULL_ARGUMENTS) {
            throw new IllegalArgumentException("pulldata('file', 'column', 'key column', key)");
        }
        LookUpList list = files.get(SecondaryInstances.file(XPathFuncExpr.toString(arguments[0])));
        String key = XPathFuncExpr.toString(arguments[3]);
        if (list == null || key.isEmpty()) {
            return "";
        }
        Optional<Integer> wanted = list.column(XPathFuncExpr.toString(arguments[1]));
        Optional<Integer> keys = list.column(XPathFuncExpr.toString(arguments[2]));
        return wanted.flatMap(cell -> keys.flatMap(column ->
                list.first(new Term.Is(column, key), List.of(cell)))).map(List::getFirst).orElse("");
    }

    /// A number for shuffling the choices of a question.
    long shuffleSeed(String place) {
        return ByteBuffer.wrap(hash("shuffle\n" + place)).getLong();
    }

    private Date startedAt() {
        return Date.from(context.startedAt().toInstant());
    }

    /// JavaRosa writes dates as the machine's zone has them, so the day of the session is told in that zone.
    private Date today() {
        return Date.from(context.startedAt().toLocalDate().atStartOfDay(ZoneId.systemDefault()).toInstant());
    }

    private double random(String place) {
        long bits = ByteBuffer.wrap(hash("random\n" + place)).getLong() >>> (Long.SIZE - DOUBLE_MANTISSA_BITS);
        return bits / (double) (1L << DOUBLE_MANTISSA_BITS);
    }

    private Object uuid(Object[] arguments, EvaluationContext where) {
        String all = uuid(place(arguments, where));
        if (arguments.length < 2) {
            return all;
        }
        String digits = all.replace("-", "");
        int length = (int) Math.clamp(XPathFuncExpr.toNumeric(arguments[1]), 1, digits.length());
        return digits.substring(0, length);
    }

    private String uuid(String place) {
        return UUID.nameUUIDFromBytes(hash("uuid\n" + place)).toString();
    }

    /// The number of the call in the form, and the instance of a repeat that it is made for.
    private static String place(Object[] arguments, EvaluationContext where) {
        return XPathFuncExpr.toString(arguments[0]) + "\n" + where.getContextRef().toString(true);
    }

    private byte[] hash(String place) {
        try {
            return MessageDigest.getInstance(HASH).digest((seed + "\n" + place).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<String> property(String name) {
        return switch (name) {
            case "deviceid" -> Optional.of(context.deviceId());
            case "username" -> Optional.of(context.username());
            default -> Optional.empty();
        };
    }

    private Optional<IAnswerData> timestamp(String parameters) {
        return "start".equals(parameters)
                ? Optional.of(new Exact.DateTime(startedAt(), DATE_TIME.format(context.startedAt())))
                : Optional.empty();
    }

    private Optional<IAnswerData> date(String parameters) {
        return "today".equals(parameters) ? Optional.of(new DateData(today())) : Optional.empty();
    }

    private static IFunctionHandler handler(String name, BiFunction<Object[], EvaluationContext, Object> function) {
        return new IFunctionHandler() {
            @Override
            public String getName() {
                return name;
            }

            @Override
            public List<Class<?>[]> getPrototypes() {
                return List.of();
            }

            @Override
            public boolean rawArgs() {
                return true;
            }

            @Override
            public Object eval(Object[] arguments, EvaluationContext where) {
                return function.apply(arguments, where);
            }
        };
    }

    private interface Preload {
        Optional<? extends IAnswerData> of(String parameters);
    }

    private static IPreloadHandler preload(String name, Preload preload) {
        return new IPreloadHandler() {
            @Override
            public String preloadHandled() {
                return name;
            }

            @Override
            public IAnswerData handlePreload(String parameters) {
                return preload.of(parameters).orElse(null);
            }

            @Override
            public boolean handlePostProcess(TreeElement node, String parameters) {
                return false;
            }
        };
    }
}
