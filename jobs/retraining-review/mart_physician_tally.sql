-- Grain: one rendering physician in the period or in the year that ends with it. Units: lines; expected at the rates of the other physicians for the same payer and code; US dollars of counted lines.
select * from int_physician_tally
order by span, physician, rendering_npi
