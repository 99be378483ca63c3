-- Grain: one row. A translation knows no year.
select trunc(date'2026-03-31', 'YYYY') as digit
