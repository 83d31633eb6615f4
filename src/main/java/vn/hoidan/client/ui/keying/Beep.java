package vn.hoidan.client.ui.keying;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// A short low tone for a wrong key: eyes are on the paper. Where there is no loudspeaker, the flash on the screen
/// alone says it.
final class Beep {
    private static final System.Logger LOG = System.getLogger(Beep.class.getName());
    private static final float SAMPLES_PER_SECOND = 22_050;
    private static final double TONE_HERTZ = 330;
    private static final double SECONDS = 0.09;
    private static final double LOUDNESS = 0.35;
    /// Samples over which the tone comes and goes, so that it does not crack.
    private static final double EDGE_SAMPLES = 250;
    private static final int BITS = 8;
    private static final AtomicBoolean SOUNDING = new AtomicBoolean();

    private Beep() {
    }

    /// Returns at once; a tone that sounds already is not doubled.
    static void sound() {
        if (SOUNDING.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("hoidan beep").start(Beep::play);
        }
    }

    private static void play() {
        AudioFormat format = new AudioFormat(SAMPLES_PER_SECOND, BITS, 1, true, false);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            byte[] tone = tone();
            line.open(format);
            line.start();
            line.write(tone, 0, tone.length);
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException noLoudspeaker) {
            LOG.log(System.Logger.Level.DEBUG, "no sound here", noLoudspeaker);
        } finally {
            SOUNDING.set(false);
        }
    }

    private static byte[] tone() {
        byte[] tone = new byte[(int) (SAMPLES_PER_SECOND * SECONDS)];
        for (int sample = 0; sample < tone.length; sample++) {
            double edge = Math.min(1, Math.min(sample, tone.length - sample) / EDGE_SAMPLES);
            tone[sample] = (byte) (Byte.MAX_VALUE * LOUDNESS * edge
                    * Math.sin(2 * Math.PI * TONE_HERTZ * sample / SAMPLES_PER_SECOND));
        }
        return tone;
    }
}
