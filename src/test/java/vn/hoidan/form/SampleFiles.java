package vn.hoidan.form;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.hoidan.core.sync.Bytes;

/// Makes small files of the names that a form asks for, so that it can be filled in: lists of three, and pictures.
final class SampleFiles {
    private static final Pattern SOURCE = Pattern.compile("jr://(?:file|file-csv|images|audio|video)/([^\"'<&]+)");
    private static final String CSV = "name,label,value,title,state,county,name_key,geometry,id\n"
            + "a,A,1,T1,x,y,a,21 105 0 0,i1\nb,B,2,T2,x,z,b,22 106 0 0,i2\nc,C,3,T3,w,z,c,23 107 0 0,i3\n";
    private static final String XML = """
            <root><item><name>a</name><label>A</label><value>1</value><state>x</state></item>
            <item><name>b</name><label>B</label><value>2</value><state>w</state></item></root>
            """;
    private static final String GEOJSON = """
            {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "a",
            "geometry": {"type": "Point", "coordinates": [105.8, 21.0]},
            "properties": {"id": "a", "name": "a", "title": "A", "label": "A"}}]}
            """;

    private SampleFiles() {
    }

    /// @param names further files that are wanted
    static Map<String, Bytes> of(String xform, List<String> names) {
        Map<String, Bytes> files = new LinkedHashMap<>();
        Matcher source = SOURCE.matcher(xform);
        while (source.find()) {
            put(source.group(1), files);
        }
        names.forEach(name -> put(name, files));
        return files;
    }

    private static void put(String name, Map<String, Bytes> files) {
        if (!FileNames.plain(name)) {
            return;
        }
        String content = name.endsWith(".csv") ? CSV : name.endsWith(".xml") ? XML : name.endsWith(".geojson") ? GEOJSON
                : "picture";
        files.put(name, Bytes.of(content.getBytes(StandardCharsets.UTF_8)));
    }
}
