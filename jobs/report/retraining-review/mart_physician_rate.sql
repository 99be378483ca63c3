-- Grain: one rendering physician in the period or in the year that ends with it: observed against expected at the other physicians' rates for the same payer and code, with exact limits, and where observed against alike lies in the funnel. Units: lines, US dollars; rates 0..1.
select * from int_physician_rate
order by span, physician, rendering_npi
