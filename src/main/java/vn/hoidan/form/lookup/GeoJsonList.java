package vn.hoidan.form.lookup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a list from GeoJSON (RFC 7946): a collection of features, each a row with its properties, its `id` and its
/// `geometry` as ODK writes places: latitude, longitude, 0, 0, and a semicolon between points.
public final class GeoJsonList {
    private static final String GEOMETRY = "geometry";
    private static final String ID = "id";
    private static final int LEAST_COORDINATES = 2;

    private final JsonParser json;
    private final Refusing refusing;
    private final ListContent.Builder list;

    private GeoJsonList(JsonParser json, Refusing refusing) {
        this.json = json;
        this.refusing = refusing;
        this.list = new ListContent.Builder(refusing);
    }

    /// @param text decoded, without a byte order mark
    public static ListContent read(String text, Refusing refusing) {
        try (JsonParser json = new JsonFactory().createParser(text)) {
            return new GeoJsonList(json, refusing).collection();
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw refusing.at(Math.max(1, line), "list-json");
        } catch (IOException impossible) {
            throw new UncheckedIOException("JSON in memory", impossible);
        }
    }

    private ListContent collection() throws IOException {
        expect(json.nextToken() == JsonToken.START_OBJECT, "list-geojson");
        boolean typed = false;
        boolean featured = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("type")) {
                typed = "FeatureCollection".equals(json.getValueAsString());
            } else if (name.equals("features") && json.currentToken() == JsonToken.START_ARRAY) {
                featured = true;
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    feature();
                }
            } else {
                json.skipChildren();
            }
        }
        expect(typed && featured, "list-geojson");
        expect(list.size() > 0, "list-header");
        return list.content("root", "item");
    }

    private void feature() throws IOException {
        int line = line();
        expect(json.currentToken() == JsonToken.START_OBJECT, "list-geojson");
        Map<String, String> cells = new LinkedHashMap<>();
        String id = "";
        boolean typed = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "type" -> typed = "Feature".equals(json.getValueAsString());
                case ID -> id = scalar();
                case GEOMETRY -> {
                    if (value == JsonToken.START_OBJECT) {
                        cells.put(GEOMETRY, geometry());
                    }
                }
                case "properties" -> {
                    if (value == JsonToken.START_OBJECT) {
                        properties(cells);
                    }
                }
                default -> json.skipChildren();
            }
        }
        expect(typed, "list-geojson");
        if (!id.isEmpty()) {
            cells.put(ID, id);
        }
        list.add(cells, line);
    }

    private void properties(Map<String, String> cells) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            cells.put(name, scalar());
        }
    }

    /// What stands here as text; empty for nothing and for whatever has parts.
    private String scalar() throws IOException {
        if (json.currentToken().isStructStart()) {
            json.skipChildren();
            return "";
        }
        return json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getText();
    }

    private String geometry() throws IOException {
        String type = "";
        List<List<String>> points = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("type")) {
                type = json.getText();
            } else if (name.equals("coordinates") && json.currentToken() == JsonToken.START_ARRAY) {
                points.addAll(points());
            } else {
                json.skipChildren();
            }
        }
        expect(List.of("Point", "LineString", "Polygon").contains(type), "list-geometry", type);
        List<String> written = new ArrayList<>();
        for (List<String> point : points) {
            expect(point.size() >= LEAST_COORDINATES, "list-geojson");
            written.add(point.get(1) + " " + point.get(0) + " 0 0");
        }
        return String.join("; ", written);
    }

    /// The points of an array, or of the first array of points in it: of a polygon, its outer ring.
    private List<List<String>> points() throws IOException {
        List<List<String>> points = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        boolean ringRead = false;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_ARRAY) {
                numbers.add(json.getText());
            } else if (ringRead) {
                json.skipChildren();
            } else {
                List<List<String>> inner = points();
                ringRead = inner.size() > 1;
                points.addAll(inner);
            }
        }
        if (!numbers.isEmpty()) {
            points.add(numbers);
        }
        return points;
    }

    private void expect(boolean holds, String reason, Object... values) {
        if (!holds) {
            throw refusing.at(line(), reason, values);
        }
    }

    private int line() {
        return Math.max(1, json.currentLocation().getLineNr());
    }
}
