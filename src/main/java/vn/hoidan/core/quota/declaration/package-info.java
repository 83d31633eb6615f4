/// What a survey declares about its quotas: read from the rows of a sheet and looked at before it is used; every fault
/// with its row. Knows `core.quota`, `core.area` and `core.questionnaire`.
package vn.hoidan.core.quota.declaration;
