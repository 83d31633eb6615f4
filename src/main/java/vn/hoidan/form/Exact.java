package vn.hoidan.form;

import java.util.Date;
import org.javarosa.core.model.data.DateTimeData;
import org.javarosa.core.model.data.DecimalData;
import org.javarosa.core.model.data.GeoPointData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.TimeData;

/// JavaRosa computes with doubles and with dates in the machine's zone. An exact value gives JavaRosa what it can
/// compute with, and keeps beside it what was answered: `3.50` stays `3.50`.
sealed interface Exact extends IAnswerData {
    String lexical();

    final class Decimal extends DecimalData implements Exact {
        private final String lexical;

        Decimal(double number, String lexical) {
            super(number);
            this.lexical = lexical;
        }

        @Override
        public String lexical() {
            return lexical;
        }

        @Override
        public IAnswerData clone() {
            return new Decimal((Double) getValue(), lexical);
        }
    }

    final class Time extends TimeData implements Exact {
        private final String lexical;

        Time(Date time, String lexical) {
            super(time);
            this.lexical = lexical;
        }

        @Override
        public String lexical() {
            return lexical;
        }

        @Override
        public IAnswerData clone() {
            return new Time((Date) getValue(), lexical);
        }
    }

    final class DateTime extends DateTimeData implements Exact {
        private final String lexical;

        DateTime(Date instant, String lexical) {
            super(instant);
            this.lexical = lexical;
        }

        @Override
        public String lexical() {
            return lexical;
        }

        @Override
        public IAnswerData clone() {
            return new DateTime((Date) getValue(), lexical);
        }
    }

    final class GeoPoint extends GeoPointData implements Exact {
        private final String lexical;

        GeoPoint(double[] parts, String lexical) {
            super(parts);
            this.lexical = lexical;
        }

        @Override
        public String lexical() {
            return lexical;
        }

        @Override
        public IAnswerData clone() {
            return new GeoPoint((double[]) getValue(), lexical);
        }
    }
}
