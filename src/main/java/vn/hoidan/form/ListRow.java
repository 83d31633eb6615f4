package vn.hoidan.form;

import java.util.List;
import org.javarosa.core.model.data.UncastData;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import vn.hoidan.form.lookup.LookUpList;

/// A row of a look-up list as JavaRosa sees it. Its cells are read when one of them is asked for.
final class ListRow extends TreeElement {
    private final ListTree tree;
    private boolean filled;

    ListRow(ListTree tree, String name, int position) {
        super(name, position);
        this.tree = tree;
        setParent(tree);
    }

    /// A row with every column, all empty.
    static ListRow template(ListTree tree, LookUpList list) {
        ListRow template = new ListRow(tree, list.item(), TreeReference.INDEX_TEMPLATE);
        template.fill(new String[list.columns().size()]);
        return template;
    }

    void fill(String[] cells) {
        if (filled) {
            return;
        }
        filled = true;
        for (int column = 0; column < cells.length; column++) {
            TreeElement cell = new TreeElement(tree.list().columns().get(column), 0);
            cell.setValue(new UncastData(cells[column] == null ? "" : cells[column]));
            addChild(cell);
        }
    }

    private void fill() {
        if (!filled) {
            fill(tree.cells(getMult()));
        }
    }

    /// As JavaRosa builds it, without climbing up to the top for each row.
    @Override
    public TreeReference getRef() {
        return tree.getRef().extendRef(getName(), getMult());
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
        return tree.list().columns().size();
    }

    @Override
    public TreeElement getChildAt(int column) {
        fill();
        return super.getChildAt(column);
    }

    @Override
    public int getChildMultiplicity(String name) {
        fill();
        return super.getChildMultiplicity(name);
    }

    @Override
    public TreeElement getChild(String name, int position) {
        fill();
        return super.getChild(name, position);
    }

    @Override
    public List<TreeElement> getChildrenWithName(String name) {
        fill();
        return super.getChildrenWithName(name);
    }
}
