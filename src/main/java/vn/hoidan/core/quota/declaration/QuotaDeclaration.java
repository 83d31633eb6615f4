package vn.hoidan.core.quota.declaration;

import java.util.ArrayList;
import java.util.List;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.QuotaDesign;
import vn.hoidan.core.quota.SoftTarget;

/// What a survey asks for: its design, few hard quotas, and soft targets.
public record QuotaDeclaration(QuotaDesign design, List<Hard> hard, List<Soft> soft) {

    public QuotaDeclaration {
        hard = List.copyOf(hard);
        soft = List.copyOf(soft);
    }

    /// @param row of the sheet, from 1; 0 if it comes from the pack
    public record Hard(int row, Constraint constraint) {
    }

    /// @param row of the sheet, from 1; 0 if it comes from the pack
    public record Soft(int row, SoftTarget target) {
    }

    /// One that no sheet stands behind.
    public static QuotaDeclaration of(QuotaDesign design, List<Constraint> constraints) {
        List<Hard> hard = new ArrayList<>();
        constraints.forEach(each -> hard.add(new Hard(0, each)));
        return new QuotaDeclaration(design, hard, List.of());
    }

    /// What a survey has already.
    public static QuotaDeclaration of(QuotaDesign design, List<Constraint> constraints, List<SoftTarget> softTargets) {
        return new QuotaDeclaration(design, of(design, constraints).hard(),
                softTargets.stream().map(each -> new Soft(0, each)).toList());
    }

    public List<Constraint> constraints() {
        return hard.stream().map(Hard::constraint).toList();
    }

    public List<SoftTarget> softTargets() {
        return soft.stream().map(Soft::target).toList();
    }
}
