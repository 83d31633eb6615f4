package vn.hoidan.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.hoidan.core.quota.LeaseId;
import vn.hoidan.core.quota.MateUnits;
import vn.hoidan.core.quota.hand.Hand;

/// One enumerator of the Hanoi model: how fast, how often at the network, and what befalls the laptop.
final class Enumerator {

    /// An interview not yet sent.
    ///
    /// @param lease   null under the all-knowing counter
    /// @param surplus true when its cell had been full
    record Done(int cell, LeaseId lease, boolean surplus) {
    }

    final String id;
    final double speed;
    /// Common random numbers: what people meet does not depend on the policy.
    final Random contacts;
    final Random rhythm;
    final Random fate;
    double dies = Double.MAX_VALUE;
    double silentFrom = Double.MAX_VALUE;
    double silentTo = -1;
    double backOn = Double.MAX_VALUE;
    boolean alive = true;
    boolean gone;
    boolean reported;
    boolean idleToday;
    double nextSync;
    int laptops;
    Hand hand = Hand.EMPTY;
    final List<Done> log = new ArrayList<>();
    /// What the office told of the team's units at the last round, and what was handed over since, by laptop and cell.
    List<MateUnits> heard = List.of();
    final Map<String, Integer> moved = new HashMap<>();

    Enumerator(String id, long seed) {
        this.id = id;
        contacts = new Random(seed);
        rhythm = new Random(seed + 5);
        fate = new Random(seed + 9);
        speed = Math.exp(0.2 * fate.nextGaussian());
        if (fate.nextDouble() < HanoiModel.DEATHS) {
            dies = fate.nextDouble() * HanoiModel.DAYS_OF_TROUBLE;
        }
        if (fate.nextDouble() < HanoiModel.SILENCES) {
            silentFrom = fate.nextDouble() * HanoiModel.DAYS_OF_TROUBLE;
            silentTo = silentFrom + 7 + fate.nextInt(8);
        }
    }

    String device() {
        return id + "." + laptops;
    }

    boolean silent(double now) {
        return now >= silentFrom && now < silentTo;
    }

    /// Every 2 to 4 days.
    double interval() {
        return 2 + rhythm.nextInt(3);
    }
}
