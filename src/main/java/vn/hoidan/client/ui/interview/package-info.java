/// The interview: where one stands in the form, the question or grid in focus, the end page. View-models know
/// properties and no controls; views know `kit` and `question`.
package vn.hoidan.client.ui.interview;
