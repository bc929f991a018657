// ruleid: express-optional-auth-on-write
router.delete("/comments/:id", optionalAuth, async (req, res) => {
  await Comment.deleteOne({ _id: req.params.id });
  res.sendStatus(204);
});

// ok: express-optional-auth-on-write
router.delete("/my/comments/:id", requireAuth, async (req, res) => {
  await Comment.deleteOne({ _id: req.params.id, user: req.user.id });
  res.sendStatus(204);
});

// ruleid: express-optional-auth-on-write
app.post("/comments", passport.authenticate(["jwt", "anonymous"], { session: false }), async (req, res) => {
  await Comment.create({ text: req.body.text });
  res.sendStatus(201);
});

// ok: express-optional-auth-on-write
app.post("/checked", optionalAuth, async (req, res) => {
  if (!req.user) return res.sendStatus(401);
  await Comment.create({ text: req.body.text, user: req.user.id });
  res.sendStatus(201);
});

// ok: express-optional-auth-on-write
app.get("/comments", optionalAuth, async (req, res) => {
  res.json(await Comment.find());
});
