-- Grain: one line of a packet, with the contract clause or CMS rule behind its price and every step to it. Units: US dollars; shares 0..1; fee_amount and base_amount are one unit.
select * except (claim_line_key)
from int_packet_price
order by packet_cause, claim_id, claim_line_number, service_date, hcpcs_code, claim_line_key
