// The example of the design, with its one invented year of Dijk en Waard.
#pragma once

namespace srgconv::rules::testing {

constexpr const char* design_example = R"(import 'test-pack'

format a-export : csv {
  encoding windows-1252; separator ';'; header yes
  columns CLIENTNR, BSN, TRAJECT, INSTRUMENT, "DATUM IN", "DATUM UIT", DOEL, LOONW, BUDGET, OPMERKING
  ignore OPMERKING because 'free text, not part of SRG'
}
format suwiml : xml {
  schema 'levering.xsd'; root 'Levering' in 'urn:example:srg'
  header { sender = 'Kop/Berichtgevercode'; month = 'Kop/Verslagmaand' as 'yyyymm'; count = count(record) }
  record 'Persoon/Voorziening' {
    bsn   = '../Burgerservicenummer'
    id    = 'Registratienummer'
    type  = 'Type'
    start = 'DatumBegin' as 'yyyymmdd' partial
    end   = 'DatumEinde' as 'yyyymmdd' partial optional
  }
}
format id-list : csv { columns OUD, NIEUW }
codes instrument {
  'LKS' => 'wage-cost-subsidy' as role       # the pack knows the role's code
  'PPL' => '22'
  'JC', 'JCX' => '30'
  else reject because 'unknown instrument'
}
mapping a-provisions from a-export to provision {
  skip when BUDGET = 'INB'               because 'civic-integration budget: outside SRG'
  skip when CLIENTNR starts with 'TEST'  because 'test provision'
  bsn        = pad_left(digits(BSN), 9, '0')
  id         = CLIENTNR & '-' & TRAJECT
  type       = instrument[INSTRUMENT]
  start      = date("DATUM IN", 'dd-mm-yyyy')
  end        = date("DATUM UIT", 'dd-mm-yyyy') when "DATUM UIT" is not empty
  wage_value = decimal(LOONW, ',') when this.type.role = 'wage-cost-subsidy'
  split when INSTRUMENT = 'COACHCURSUS' into { type = '40'; id = this.id & 'A' } { type = '42'; id = this.id & 'B' }
  example given BSN = '123456782', INSTRUMENT = 'PPL', "DATUM IN" = '01-03-2021' expect type = '22', start = 2021-03-01
}
mapping a-ids from id-list to link { old.id = OUD; new.id = NIEUW }

transition dijk-en-waard {
  reason merger; month 2022-01; assessed on 2022-02-10
  old '0398' from 'heerhugowaard/*.csv' month from file name 'yyyymm' using a-provisions
  old '0416' from 'langedijk/*.xml' as snapshot 2021-12-31 using suwiml
  delivered '0398' from 'sent/0398-*.xml'
  delivered '0416' from 'sent/0416-*.xml'
  new '1980' from 'dijk-en-waard/*.xml' using levering
  identity '0398' { new.id = 'H' & old.id }
  identity '0416' { links from 'ids.csv' using a-ids; else match }
  match { within bsn; equal type, start; else start within 3 days }
  drop '0416' id '77-1' because 'test provision, redelivered without it'
  require coverage >= 99.5%; require open <= 1
}
)";

constexpr const char* design_check = R"(check LKS-WITHOUT-WAGE-VALUE : signal {
  on provision where type.role = 'wage-cost-subsidy' expect wage_value is not empty
  nl 'Loonwaarde niet gevuld' because 'Het CBS vraagt erom.' repair 'Vul de loonwaarde in bij de loonkostensubsidie.'
  en 'Wage value missing' because 'CBS asks for it.' repair 'Record the wage value with the wage-cost subsidy.'
  source 'CBS newsletter SRG, June 2024'
}
)";

}  // namespace srgconv::rules::testing
