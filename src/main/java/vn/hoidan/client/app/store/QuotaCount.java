package vn.hoidan.client.app.store;

/// How far an area is, as this laptop knows it.
///
/// @param name   of the area
/// @param target interviews wanted
/// @param done   accepted by the server when last heard of, and done here since
/// @param mine   completed on this laptop
/// @param left   still wanted
public record QuotaCount(String name, int target, int done, int mine, int left) {
    public boolean full() {
        return left <= 0;
    }
}
