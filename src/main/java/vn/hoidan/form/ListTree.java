package vn.hoidan.form;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import vn.hoidan.form.lookup.LookUpList;

/// A look-up list as JavaRosa sees it: an element with rows below it, of which only those looked at are ever made. For
/// one session.
///
/// An expression with a condition on the rows names them with {@link #FILTERED} at the end; {@link Expressions} writes
/// it so. Asked for the rows of that name the tree gives none, and {@link ListFilter} finds those that fit: else
/// JavaRosa would make every row before it looks at the condition.
final class ListTree extends TreeElement {
    static final String FILTERED = ".filtered";

    /// Rows kept from one look to the next.
    private static final int MOST_KEPT = 1_000;

    private final LookUpList list;
    private final Map<Integer, ListRow> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, ListRow> eldest) {
            return size() > MOST_KEPT;
        }
    };
    private int[] lastFound = {};

    ListTree(LookUpList list) {
        super(list.root(), 0);
        this.list = list;
    }

    LookUpList list() {
        return list;
    }

    /// Rows that will be looked at next, so that they are read together.
    void expect(int[] found) {
        lastFound = found;
    }

    boolean isRowName(String name) {
        return name.equals(list.item()) || name.equals(list.item() + FILTERED)
                || name.equals(TreeReference.NAME_WILDCARD);
    }

    private ListRow row(int position) {
        return kept.computeIfAbsent(position, missing -> new ListRow(this, list.item(), missing));
    }

    /// Cells of a row; those that will be looked at next are read with it.
    String[] cells(int position) {
        List<Integer> wanted = new ArrayList<>();
        int place = Arrays.binarySearch(lastFound, position);
        for (int next = 0; next < LookUpList.MOST_ROWS_TOGETHER; next++) {
            if (place >= 0 && place + next < lastFound.length) {
                wanted.add(lastFound[place + next]);
            } else if (place < 0 && position + next < list.size()) {
                wanted.add(position + next);
            }
        }
        Map<Integer, String[]> loaded = list.load(wanted);
        loaded.forEach((row, cells) -> {
            if (row != position) {
                row(row).fill(cells);
            }
        });
        return loaded.get(position);
    }

    @Override
    public boolean isLeaf() {
        return false;
    }

    @Override
    public boolean hasChildren() {
        return true;
    }

    @Override
    public int getNumChildren() {
        return list.size();
    }

    @Override
    public TreeElement getChildAt(int position) {
        return row(position);
    }

    @Override
    public int getChildMultiplicity(String name) {
        return isRowName(name) ? list.size() : 0;
    }

    @Override
    public TreeElement getChild(String name, int position) {
        if (isRowName(name) && position == TreeReference.INDEX_TEMPLATE) {
            return ListRow.template(this, list);
        }
        return isRowName(name) && position >= 0 && position < list.size() ? row(position)
                : super.getChild(name, position);
    }

    @Override
    public List<TreeElement> getChildrenWithName(String name) {
        if (!isRowName(name) || name.endsWith(FILTERED)) {
            return List.of();
        }
        return new AbstractList<>() {
            @Override
            public TreeElement get(int position) {
                return new ListRow(ListTree.this, list.item(), position);
            }

            @Override
            public int size() {
                return list.size();
            }
        };
    }
}
