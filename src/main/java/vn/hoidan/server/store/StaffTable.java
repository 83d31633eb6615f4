package vn.hoidan.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.PersonId;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.app.book.Staff;

/// The field staff and their enrolment codes.
final class StaffTable implements Staff {

    private final Handle handle;

    StaffTable(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void add(Member member, Instant at) {
        Person person = member.person();
        handle.createUpdate("""
                INSERT INTO person (id, position, survey, name, role, area, area_name, added_at)
                VALUES (:id, (SELECT COALESCE(MAX(position), 0) + 1 FROM person), :survey, :name, :role, :area,
                    :areaName, :at)""")
                .bind("id", person.id().text()).bind("survey", member.survey().text()).bind("name", person.name())
                .bind("role", person.role().code()).bind("area", person.area().asText())
                .bind("areaName", person.areaName()).bind("at", at.toEpochMilli()).execute();
    }

    @Override
    public Optional<Member> find(PersonId id) {
        return handle.createQuery("SELECT * FROM person WHERE id = :id").bind("id", id.text())
                .map((row, context) -> member(row)).findOne();
    }

    @Override
    public List<Member> of(SurveyId survey) {
        return handle.createQuery("SELECT * FROM person WHERE survey = :survey ORDER BY position")
                .bind("survey", survey.text()).map((row, context) -> member(row)).list();
    }

    @Override
    public void addCode(IssuedCode code, Instant at) {
        handle.createUpdate("""
                INSERT INTO enrolment_code (secret_hash, person, issued_at, expires_at)
                VALUES (:hash, :person, :at, :expires)""")
                .bind("hash", code.secretHash().toArray()).bind("person", code.person().text())
                .bind("at", at.toEpochMilli()).bind("expires", code.expiresAt().toEpochMilli()).execute();
    }

    @Override
    public Optional<IssuedCode> code(Bytes secretHash) {
        return handle.createQuery("SELECT * FROM enrolment_code WHERE secret_hash = :hash")
                .bind("hash", secretHash.toArray()).map((row, context) -> code(row)).findOne();
    }

    @Override
    public void codeUsed(Bytes secretHash, Use use) {
        int changed = handle.createUpdate("""
                UPDATE enrolment_code SET token_hash = :token, device = :device
                WHERE secret_hash = :hash AND device IS NULL""")
                .bind("token", use.tokenHash().toArray()).bind("device", use.device())
                .bind("hash", secretHash.toArray()).execute();
        if (changed != 1) {
            throw new IllegalStateException("enrolment code used twice");
        }
    }

    private static Member member(ResultSet row) throws SQLException {
        Person person = new Person(new PersonId(row.getString("id")), row.getString("name"),
                Role.ofCode(row.getString("role")), AreaKey.parse(row.getString("area")), row.getString("area_name"));
        return new Member(person, new SurveyId(row.getString("survey")));
    }

    private static IssuedCode code(ResultSet row) throws SQLException {
        String device = row.getString("device");
        Optional<Use> use = device == null ? Optional.empty()
                : Optional.of(new Use(Columns.bytes(row, "token_hash"), device));
        return new IssuedCode(Columns.bytes(row, "secret_hash"), new PersonId(row.getString("person")),
                Columns.instant(row, "expires_at"), use);
    }
}
