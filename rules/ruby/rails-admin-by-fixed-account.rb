class User < ApplicationRecord
  def admin?
    # ruleid: rails-admin-by-fixed-account
    email == "admin@example.org"
  end

  def staff?
    # ruleid: rails-admin-by-fixed-account
    email.end_with?("@example.org")
  end

  def admin_fixed?
    # ok: rails-admin-by-fixed-account
    role == "admin"
  end

  def reserved_name
    # ok: rails-admin-by-fixed-account
    errors.add(:username, "is taken") if username == "admin"
  end
end

class ReportsController < ApplicationController
  def index
    # ruleid: rails-admin-by-fixed-account
    return head(:forbidden) unless current_user.id == 1
    render json: Order.all
  end

  def index_fixed
    # ok: rails-admin-by-fixed-account
    return head(:forbidden) unless current_user.admin?
    render json: Order.all
  end
end
