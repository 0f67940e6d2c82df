// The same work by DuckDB: node reconcile.js OLD.csv NEW.csv; prints seconds, pairs, wrong pairs, MiB before, MiB at most. Loading is not in the seconds.
const { DuckDBInstance } = require('@duckdb/node-api');

const mib = () => Math.round(process.resourceUsage().maxRSS / 1024);

async function main() {
  const [oldFile, newFile] = process.argv.slice(2);
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  await connection.run(`create table o as select * from read_csv('${oldFile}')`);
  await connection.run(`create table n as select * from read_csv('${newFile}')`);
  const before = mib();
  const begin = process.hrtime.bigint();
  const numbered = (table) => `
    select n, bsn, type, start, truth, 1 as k from ${table} where (bsn, type, start) not in (select * from twice)
    union all
    select n, bsn, type, start, truth, row_number() over (partition by bsn, type, start order by ended, goal, n) from ${table} where (bsn, type, start) in (select * from twice)`;
  await connection.run(`create temp table twice as
    select bsn, type, start from o group by all having count(*) > 1 union select bsn, type, start from n group by all having count(*) > 1`);
  await connection.run(`create temp table ok as ${numbered('o')}`);
  await connection.run(`create temp table nk as ${numbered('n')}`);
  await connection.run(`create temp table pairs as
    select ok.n as a, nk.n as b, ok.truth as ta, nk.truth as tb from ok join nk using (bsn, type, start, k)`);
  await connection.run(`create temp table ro as select * from ok where n not in (select a from pairs)`);
  await connection.run(`create temp table rn as select * from nk where n not in (select b from pairs)`);
  await connection.run(`insert into pairs
    with near as (select ro.n as a, rn.n as b, ro.truth as ta, rn.truth as tb, count(*) over (partition by ro.n) as ca, count(*) over (partition by rn.n) as cb
                  from ro join rn on ro.bsn = rn.bsn and ro.type = rn.type and abs(ro.start - rn.start) <= 3)
    select a, b, ta, tb from near where ca = 1 and cb = 1`);
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  const counted = await (await connection.run('select count(*), count(*) filter (ta <> tb) from pairs')).getRows();
  console.log(seconds, Number(counted[0][0]), Number(counted[0][1]), before, mib());
}

main().then(() => process.exit(0), (error) => { console.error(String(error)); process.exit(1); });
