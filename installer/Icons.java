import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/// The icon: our own drawing of a question asked at a door and its answer ticked, in the form that each system wants.
/// `java installer/Icons.java FILE.png SIZE` draws one picture, as for the window; `FILE.ico` and `FILE.icns` are those
/// of Windows and macOS.
final class Icons {
    /// Of pictures in a menu, a bar and a list of programs.
    static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);
    private static final List<Integer> ICO_SIZES = List.of(16, 24, 32, 48, 64, 128, 256);
    /// Apple's names of pictures in PNG, by size.
    private static final Map<String, Integer> ICNS_SIZES = Map.of("icp4", 16, "icp5", 32, "icp6", 64, "ic07", 128,
            "ic08", 256, "ic09", 512);
    private static final int ICO_HEADER_BYTES = 6;
    private static final int ICO_ENTRY_BYTES = 16;
    private static final int ICNS_HEADER_BYTES = 8;

    /// The drawing is measured on a square of so many units.
    private static final double UNITS = 512;
    private static final Color GROUND = new Color(0x0757b0);
    private static final Color TICK = new Color(0xc8102e);

    private Icons() {
    }

    public static void main(String[] arguments) throws IOException {
        String name = arguments[0];
        Files.write(Path.of(name), name.endsWith(".ico") ? ico() : name.endsWith(".icns") ? icns()
                : png(Integer.parseInt(arguments[1])));
    }

    /// @return the file that jpackage wants on this system
    static Path write(Folders folders) throws IOException {
        return switch (Platform.HERE) {
            case LINUX -> Files.write(folders.out().resolve("hoi-dan.png"), png((int) UNITS));
            case WINDOWS -> Files.write(folders.out().resolve("hoi-dan.ico"), ico());
            case MACOS -> Files.write(folders.out().resolve("hoi-dan.icns"), icns());
        };
    }

    static byte[] ico() throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        for (int size : ICO_SIZES) {
            pictures.add(png(size));
        }
        int at = ICO_HEADER_BYTES + ICO_ENTRY_BYTES * pictures.size();
        ByteBuffer ico = ByteBuffer.allocate(at + pictures.stream().mapToInt(each -> each.length).sum())
                .order(ByteOrder.LITTLE_ENDIAN);
        ico.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
        for (int index = 0; index < pictures.size(); index++) {
            byte side = (byte) (int) ICO_SIZES.get(index);
            int bytes = pictures.get(index).length;
            ico.put(side).put(side).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
            ico.putInt(bytes).putInt(at);
            at += bytes;
        }
        pictures.forEach(ico::put);
        return ico.array();
    }

    static byte[] icns() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, Integer> each : new TreeMap<>(ICNS_SIZES).entrySet()) {
            byte[] picture = png(each.getValue());
            body.write(chunk(each.getKey(), picture.length));
            body.write(picture);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(chunk("icns", body.size()));
        body.writeTo(whole);
        return whole.toByteArray();
    }

    private static byte[] chunk(String name, int bytes) {
        return ByteBuffer.allocate(ICNS_HEADER_BYTES).put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(bytes + ICNS_HEADER_BYTES).array();
    }

    static byte[] png(int size) throws IOException {
        BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.scale(size / UNITS, size / UNITS);
        canvas.setColor(GROUND);
        canvas.fill(new RoundRectangle2D.Double(16, 16, 480, 480, 208, 208));
        canvas.setColor(Color.WHITE);
        canvas.fill(new RoundRectangle2D.Double(92, 112, 328, 236, 88, 88));
        canvas.fill(line(true, 136, 330, 136, 420, 236, 330));
        canvas.setColor(TICK);
        canvas.setStroke(new BasicStroke(40, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.draw(line(false, 176, 236, 232, 292, 340, 174));
        canvas.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    private static Path2D line(boolean closed, double... points) {
        Path2D line = new Path2D.Double();
        line.moveTo(points[0], points[1]);
        for (int at = 2; at < points.length; at += 2) {
            line.lineTo(points[at], points[at + 1]);
        }
        if (closed) {
            line.closePath();
        }
        return line;
    }
}
