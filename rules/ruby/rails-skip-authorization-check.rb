class OrdersController < ApplicationController
  # ruleid: rails-skip-authorization-check
  skip_authorization_check
end

class NotesController < ApplicationController
  # ruleid: rails-skip-authorization-check
  skip_after_action :verify_authorized, only: :destroy
end

class OrdersFixedController < ApplicationController
  # ok: rails-skip-authorization-check
  load_and_authorize_resource
end

class SessionsController < ApplicationController
  # ok: rails-skip-authorization-check
  skip_authorization_check
end

class ReportsController < ApplicationController
  def index
    # ok: rails-skip-authorization-check
    skip_authorization
    render plain: "ok"
  end
end
