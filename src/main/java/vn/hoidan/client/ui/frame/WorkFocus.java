package vn.hoidan.client.ui.frame;

import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vn.hoidan.client.ui.kit.UiThread;

/// Gives the keyboard back to the work once something in the bar was used: the keys of a screen work within it only.
final class WorkFocus {
    private final Scene scene;
    private final Node work;
    private final Node bar;
    private Node last;

    WorkFocus(Scene scene, Node work, Node bar) {
        this.scene = scene;
        this.work = work;
        this.bar = bar;
        last = work;
        scene.focusOwnerProperty().addListener((_, _, owner) -> {
            if (isWithin(owner, work)) {
                last = owner;
            }
        });
        // later, so that what was used may open a screen, which takes the keyboard itself
        bar.addEventHandler(ActionEvent.ACTION, _ -> UiThread.later(this::giveBack));
    }

    private void giveBack() {
        if (isWithin(scene.getFocusOwner(), bar) && isWithin(last, work)) {
            last.requestFocus();
        }
    }

    /// False while the keyboard is in the bar, nowhere, or still in something that is no longer shown.
    boolean isInWork() {
        return isWithin(scene.getFocusOwner(), work);
    }

    /// A node that was taken from the window is within nothing.
    private static boolean isWithin(Node node, Node room) {
        Node next = node;
        while (next != null && next != room) {
            next = next.getParent();
        }
        return next != null;
    }

    /// True for Esc in a list or a table, which keep it for an editing that ours do not have.
    static boolean escapesRows(KeyEvent event) {
        boolean rows = event.getTarget() instanceof ListView<?> || event.getTarget() instanceof TableView<?>;
        return rows && event.getCode() == KeyCode.ESCAPE;
    }

    /// Enter presses the button in focus, as people expect, and not only the space bar.
    static boolean fires(KeyEvent event) {
        if (event.getTarget() instanceof ButtonBase button && event.getCode() == KeyCode.ENTER) {
            button.fire();
            return true;
        }
        return false;
    }
}
