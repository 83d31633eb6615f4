package vn.hoidan.core.index;

import java.util.List;

/// Whole numbers counted over the interviews of one {@link CountKey}.
final class Counts {
    /// Sums kept for each composite, to compare the draw with a simple random one: of the answers of an interview
    /// below it (`m`) and their scores (`v`) the sums of v, m, v², vm and m², and the interviews with any answer.
    static final int MOMENTS = 6;

    long interviews;
    final long[] answered;
    final long[] scores;
    final long[] squares;
    final long[] blank;
    final long[] unknown;
    final long[] notAsked;
    final long[][] byCode;
    final long[][] moments;

    Counts(IndexPlan plan) {
        int measures = plan.measures().size();
        answered = new long[measures];
        scores = new long[measures];
        squares = new long[measures];
        blank = new long[measures];
        unknown = new long[measures];
        notAsked = new long[measures];
        byCode = new long[measures][];
        for (int index = 0; index < measures; index++) {
            byCode[index] = new long[plan.measures().get(index).codes().size()];
        }
        moments = new long[plan.composites().size()][MOMENTS];
    }

    void add(IndexPlan plan, List<String> answers) {
        interviews++;
        int[] score = new int[answered.length];
        for (int index = 0; index < score.length; index++) {
            String answer = answers.get(index);
            score[index] = plan.scoring(index).count(answer, byCode[index]);
            if (answer.isEmpty()) {
                blank[index]++;
            }
            if (score[index] == Scoring.UNKNOWN) {
                unknown[index]++;
            } else if (score[index] == Scoring.NOT_ASKED) {
                notAsked[index]++;
            } else if (score[index] != Scoring.BLANK) {
                answered[index]++;
                scores[index] += score[index];
                squares[index] += (long) score[index] * score[index];
            }
        }
        for (int index = 0; index < moments.length; index++) {
            addMoments(moments[index], plan.items(index), score);
        }
    }

    private static void addMoments(long[] moments, int[] items, int[] score) {
        long sum = 0;
        long answers = 0;
        for (int item : items) {
            if (score[item] >= 0) {
                sum += score[item];
                answers++;
            }
        }
        if (answers > 0) {
            moments[0] += sum;
            moments[1] += answers;
            moments[2] += sum * sum;
            moments[3] += sum * answers;
            moments[4] += answers * answers;
            moments[5]++;
        }
    }

    void add(Counts other) {
        interviews += other.interviews;
        add(answered, other.answered);
        add(scores, other.scores);
        add(squares, other.squares);
        add(blank, other.blank);
        add(unknown, other.unknown);
        add(notAsked, other.notAsked);
        for (int index = 0; index < byCode.length; index++) {
            add(byCode[index], other.byCode[index]);
        }
        for (int index = 0; index < moments.length; index++) {
            add(moments[index], other.moments[index]);
        }
    }

    private static void add(long[] to, long[] from) {
        for (int index = 0; index < to.length; index++) {
            to[index] += from[index];
        }
    }
}
