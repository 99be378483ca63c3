-- Grain: one service and scenario: the full fee of one unit under the schedule that pays it, what changes it, or the reason why there is none. Units: US dollars; percents of 100.
select * from int_professional_fee
union all
select * from int_facility_fee
