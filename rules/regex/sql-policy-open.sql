# ruleid: sql-policy-open
CREATE POLICY "anyone can change" ON orders
  FOR ALL TO authenticated USING (true) WITH CHECK (true);

# ok: sql-policy-open
CREATE POLICY "own orders" ON invoices
  FOR ALL TO authenticated USING (auth.uid() = user_id) WITH CHECK (auth.uid() = user_id);

# ruleid: sql-policy-open
create policy "insert" on notes for insert with check (true);

# ruleid: sql-policy-open
ALTER TABLE notes DISABLE ROW LEVEL SECURITY;

# ok: sql-policy-open
CREATE POLICY "service" ON orders TO service_role USING (true);

# ok: sql-policy-open
CREATE POLICY "public plans" ON plans FOR SELECT USING (true);

# ok: sql-policy-open
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
