// The same work by DuckDB: node map_csv.js IN OUT THREADS ENCODING
const { DuckDBInstance } = require('@duckdb/node-api');

async function main() {
  const [input, output, threads, encoding] = process.argv.slice(2);
  const instance = await DuckDBInstance.create(':memory:', { threads });
  const connection = await instance.connect();
  const codes = [];
  for (let i = 0; i < 40; ++i) codes.push(`('INSTR${String(i).padStart(2, '0')}', '${10 + i}')`);
  await connection.run(`create table codes as select * from (values ${codes.join(', ')}) as t(word, code)`);
  await connection.run(`
    copy (
      select lpad(BSN, 9, '0'), CLIENTNR || '-' || TRAJECT, code,
             strftime(strptime("DATUM IN", '%d-%m-%Y'), '%Y-%m-%d'),
             strftime(strptime("DATUM UIT", '%d-%m-%Y'), '%Y-%m-%d'),
             DOEL, case when code = '10' then replace(LOONW, ',', '.') end, OPMERKING
      from read_csv('${input}', delim = ';', quote = '"', escape = '"', header = true, all_varchar = true, encoding = '${encoding}')
      join codes on word = INSTRUMENT
      where BUDGET <> 'INB'
    ) to '${output}' (format csv, delimiter ';', header false, quote '"')`);
}

main().then(() => process.exit(0), (error) => { console.error(String(error)); process.exit(1); });
