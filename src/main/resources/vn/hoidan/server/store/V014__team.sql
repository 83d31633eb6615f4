-- The units of a team's laptops are told with each round of a free quota.
CREATE INDEX person_of_area ON person (survey, area);
CREATE INDEX voucher_given ON voucher (giver);
