package vn.hoidan.client.app.quota;

import vn.hoidan.core.sync.SignedVoucher;

/// Units that have left this laptop, on the disk: only now may their voucher be shown.
///
/// @param text  the voucher as a line of letters
/// @param taker name of the colleague, or of the laptop if the colleague is not known any more
public record GivenVoucher(SignedVoucher voucher, String text, String taker) {
}
