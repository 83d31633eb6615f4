/// Units of a free quota on the screen: what is left for whom, what to do without one, and handing them over.
package vn.hoidan.client.ui.quota;
